#pragma once

#include "models/items/formedits.h"

namespace waymark {

/// How an answer stands to its golden default.
enum class GoldenState : quint8 {
    None, ///< It has no golden default.
    Kept,
    Changed,
};

/// One answer that departs from the golden path, for people.
struct GoldenDeparture
{
    QString name = {};
    QString title = {};
    QString golden = {};
    QString value = {}; ///< As the form shows it; empty: it was taken out.
    QString reason = {};
    friend bool operator==(const GoldenDeparture &, const GoldenDeparture &) = default;
};

/// How much of the golden path is kept.
struct GoldenMeter
{
    int total = 0; ///< Golden defaults of what is asked now; 0: the template has none.
    int kept = 0;
    QList<GoldenDeparture> departures = {}; ///< In the order of the questions.

    [[nodiscard]] int explained() const;
    /// "13 of 14 defaults kept", translated.
    [[nodiscard]] QString text() const;
    friend bool operator==(const GoldenMeter &, const GoldenMeter &) = default;
};

/// Names of the questions that are asked, with their golden defaults.
[[nodiscard]] QMap<QString, Value> goldenDefaults(const FormEdits &edits);

/// `golden` are goldenDefaults(edits).
[[nodiscard]] GoldenMeter goldenMeter(const FormEdits &edits, const QMap<QString, Value> &golden);

} // namespace waymark
