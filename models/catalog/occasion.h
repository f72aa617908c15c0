#pragma once

#include "models/base/value.h"
#include "models/jinja/limits.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <stop_token>

namespace waymark {

/// What the texts of all questions of a form may use up together each time that they are asked:
/// that happens with every answer.
constexpr jinja::Limits askingLimits{
    .steps = 1'000'000, .output = qsizetype{1024} * 1024, .items = 100'000};
/// The same for what is rendered as a template is read, wherever it is listed.
constexpr jinja::Limits readingLimits{
    .steps = 10'000, .output = qsizetype{1024} * 1024, .items = 1000};

/// When, where and for whom a form is filled in, as far as its questions may ask.
struct Occasion
{
    QDateTime now = {}; ///< The clock that templates see; not valid: 1970-01-01T00:00:00Z.
    QByteArray seed = {}; ///< Of every random function; hexadecimal digits.
    QString destination = {}; ///< The service's folder, absolute; empty: it is not known.
    Map defaults = {}; ///< The user's own, which stand in the place of the template's.
    std::stop_token stop = {}; ///< Ends the asking; no part of what the occasion is.

    friend bool operator==(const Occasion &a, const Occasion &b)
    {
        return a.now == b.now && a.seed == b.seed && a.destination == b.destination
            && a.defaults == b.defaults;
    }
};

} // namespace waymark
