#pragma once

#include "models/base/value.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace waymark {

/// When, where and for whom a form is filled in, as far as its questions may ask.
struct Occasion
{
    QDateTime now = {}; ///< The clock that templates see; not valid: 1970-01-01T00:00:00Z.
    QByteArray seed = {}; ///< Of every random function; hexadecimal digits.
    QString destination = {}; ///< The service's folder, absolute; empty: it is not known.
    Map defaults = {}; ///< The user's own, which stand in the place of the template's.

    friend bool operator==(const Occasion &, const Occasion &) = default;
};

} // namespace waymark
