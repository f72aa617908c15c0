#pragma once

#include "app/cli/reporter.h"
#include "models/plan/plan.h"

namespace waymark::cli {

/// Whether the scripts and commands that a template would run are shown in full.
enum class CommandText : quint8 { Hidden, Shown };

/// What the template asks for and is not done, each with where it would go and how it is done by
/// hand; lines begin with `indent`. Hooks and tasks are among them only where their texts are
/// shown.
void printUndone(QTextStream &out, const Plan &plan, const QString &indent, CommandText commands,
                 const Reporter &reporter);

/// Each script and command by its name and in full, nothing dimmed or left out: what one agrees to.
void printToRun(QTextStream &out, const QList<UndoneAction> &undone, const QString &indent);

} // namespace waymark::cli
