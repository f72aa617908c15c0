#include "models/base/json.h"
