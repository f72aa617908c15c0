#pragma once

#include "models/base/sourceposition.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <vector>

namespace waymark::jinja {

/// The answers that something depends on: by data, where its text comes from them; by control,
/// where they decided that it is there at all, or how often. Sorted, without repetition.
struct Sources
{
    QStringList data = {};
    QStringList control = {};

    [[nodiscard]] bool isEmpty() const { return data.isEmpty() && control.isEmpty(); }
    [[nodiscard]] bool names(const QString &answer) const;
    /// Both together.
    [[nodiscard]] Sources with(const Sources &other) const;
    /// All of them by control.
    [[nodiscard]] Sources asControl() const;
    friend bool operator==(const Sources &, const Sources &) = default;
};

/// Where a stretch of output comes from. It is empty (start equals end) where an answer printed
/// nothing, or kept something from being printed.
struct Stretch
{
    qsizetype start = 0; ///< Bytes of the output, half open.
    qsizetype end = 0;
    int source = 0; ///< Index into Provenance::templates.
    SourcePosition position = {}; ///< In the template.
    int answers = 0; ///< Index into Provenance::answers.
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// Where every byte of an output comes from: its stretches in order, without a gap.
struct Provenance
{
    QStringList templates = {}; ///< Their names, the rendered one first.
    QList<Sources> answers = {Sources()}; ///< The combinations that occur; the first is empty.
    std::vector<Stretch> stretches = {};
    /// What the output as a whole depends on.
    [[nodiscard]] Sources all() const;
    /// What the bytes from `start` to `end` depend on, empty stretches at either border included.
    [[nodiscard]] Sources between(qsizetype start, qsizetype end) const;
};

struct Rendered
{
    QByteArray bytes = {}; ///< UTF-8.
    Provenance provenance = {};
};

} // namespace waymark::jinja
