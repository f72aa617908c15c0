#include "models/base/regex.h"
