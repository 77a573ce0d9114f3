#include "yeon/storage/value_codec.h"

#include <doctest/doctest.h>
