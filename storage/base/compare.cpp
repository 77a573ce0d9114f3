#include "yeon/base/compare.h"
