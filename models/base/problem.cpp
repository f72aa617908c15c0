#include "models/base/problem.h"
