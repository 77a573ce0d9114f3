#include "yeon/storage/pack.h"

#include <doctest/doctest.h>
