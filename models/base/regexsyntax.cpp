#include "models/base/regexsyntax.h"
