#include "models/yaml/schemavalidator.h"
#include "models/yaml/yaml.h"
