#pragma once

#include "models/base/json.h"
#include "tests/support/clirunner.h"

namespace waymark::testing {

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
