#include "models/items/counted.h"

#include <QCoreApplication>

namespace waymark {

QString counted(const char *context, const char *one, const char *many, qsizetype count)
{
    return count == 1 ? QCoreApplication::translate(context, one)
                      : QCoreApplication::translate(context, many, nullptr, int(count));
}

} // namespace waymark
