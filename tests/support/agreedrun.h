#pragma once

#include "models/base/json.h"
#include "models/process/sandbox.h"
#include "tests/support/clirunner.h"

#include <QTemporaryDir>

namespace waymark::testing {

/// Whether a sandbox can be made here; why not is told as a warning.
[[nodiscard]] inline bool canSandbox()
{
    const QTemporaryDir folder;
    const QString shownAt = QStringLiteral("/home/ada/orders");
    const auto works = checkSandbox({.writable = {folder.path(), shownAt}});
    if (!works)
        qWarning("%s", qPrintable(works.error().toString()));
    return works.has_value();
}

/// What “plan” says of `words` for “new”, as a document.
[[nodiscard]] inline Value planned(CliRunner &runner, QStringList words)
{
    words.first() = QStringLiteral("plan");
    words.removeIf([](const QString &word) {
        return word.startsWith(u"--run-hooks") || word == u"--json" || word == u"--quiet";
    });
    const auto document = parseJson(runner.run(words + QStringList{QStringLiteral("--json")}).out);
    return document ? *document : Value();
}

/// Its hash.
[[nodiscard]] inline QString hashOf(CliRunner &runner, const QStringList &words)
{
    const Value document = planned(runner, words);
    return document.toMap() ? document.toMap()->value(u"hash").textOr() : QString();
}

/// Runs `words` as one who has read the plan and agrees to it.
[[nodiscard]] inline CliRunner::Outcome runAgreed(CliRunner &runner, const QStringList &words)
{
    const QString hash = hashOf(runner, words);
    return runner.run(words + QStringList{QStringLiteral("--expect-plan"), hash});
}

} // namespace waymark::testing
