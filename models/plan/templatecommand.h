#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <optional>

namespace waymark {

/// A hook or task of a template, ready to be run on the files that it makes, once that is agreed
/// to. It may hold secret answers: what people see of it is the UndoneAction of the same name.
struct TemplateCommand
{
    enum class Moment : quint8 { BeforeFiles, AfterFiles };

    QString name = {}; ///< "hooks/post_gen_project.py", "task 1"
    Moment moment = Moment::AfterFiles;
    QByteArray templatePath = {}; ///< Of the template's file that it stands in.
    /// A file of this name and content that is run; empty: `words`, or `ownFile`, say what is.
    QByteArray scriptName = {};
    QByteArray script = {}; ///< What it holds; of `ownFile`, too.
    QByteArray ownFile = {}; ///< One of the files there that is run, by its path, as it stands.
    QStringList words = {}; ///< A program, as PATH finds it, and its arguments.
    QString workingDirectory = {}; ///< From the service's folder on; empty: that one.
    QMap<QString, QString> environment = {}; ///< What its tool sets for it.
    bool dependsOnSecret = false; ///< What it writes may hold a secret answer.
    std::optional<Problem> problem = {}; ///< Why it cannot be run: some of it does not render.

    friend bool operator==(const TemplateCommand &, const TemplateCommand &) = default;
};

} // namespace waymark
