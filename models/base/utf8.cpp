#include "models/base/utf8.h"
