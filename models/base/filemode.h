#pragma once

#include <QtTypes>

namespace waymark {

/// What git knows of an entry; its values are git's.
enum class FileMode : quint32 { Regular = 0100644, Executable = 0100755, Link = 0120000 };

} // namespace waymark
