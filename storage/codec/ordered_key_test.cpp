#include "yeon/storage/ordered_key.h"

#include <doctest/doctest.h>
