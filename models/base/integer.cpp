#include "models/base/integer.h"
