#include "yeon/storage/frame.h"

#include <doctest/doctest.h>
