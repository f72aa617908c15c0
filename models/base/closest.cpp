#include "models/base/closest.h"
