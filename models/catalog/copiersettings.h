#pragma once

#include "models/base/value.h"
#include "models/jinja/options.h"
#include "models/yaml/yamldocument.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>

namespace waymark {

/// Where something of a Copier template is written: `copier.yml`, or a file that it includes.
struct CopierPlace
{
    YamlDocument document;
    YamlNode node;

    [[nodiscard]] Problem placed(const Problem &problem) const
    {
        return document.placed(problem, node.position());
    }
    /// The same for the entry `key` of the map that stands there, or for the map.
    [[nodiscard]] CopierPlace at(QStringView key) const;
};

/// A question of `copier.yml`. Texts are templates unless they say otherwise.
struct CopierQuestion
{
    QString name; ///< As it is.
    CopierPlace place;
    QString type = {}; ///< Never empty: inferred from the default where it is not written.
    std::optional<Value> defaultValue = {}; ///< Texts in it, and in its lists, are templates.
    QString help = {};
    std::optional<Value> choices = {}; ///< A list, a map, or a template that gives one as YAML.
    QString validator = {};
    QString placeholder = {};
    QString qmark = {}; ///< As it is.
    Value when = true; ///< A template, or a truth value.
    Value multiline = {}; ///< The same; null: by the type.
    bool multiselect = false;
    bool secret = false;
};

/// A command of `_tasks` or `_migrations`.
struct CopierTask
{
    enum class Kind : quint8 { Task, Migration };

    Kind kind = Kind::Task;
    CopierPlace place;
    Value command = {}; ///< A template for the shell, or a list of templates.
    Value when = true; ///< A template, or a truth value; of a migration unevaluated.
    QString workingDirectory = {}; ///< A template.
    QString version = {}; ///< Of a migration; empty: of any.
};

/// A text for people: `_message_after_copy` and its like.
struct CopierMessage
{
    QString text = {}; ///< A template; empty: there is none.
    std::optional<CopierPlace> place = {};
};

/// All that `copier.yml` says, as Copier 9 reads it.
struct CopierSettings
{
    QString folder; ///< The template's, absolute: what Copier notes as `_src_path`.
    QString revision; ///< What `git describe --tags --always` says of it; empty: no checkout.
    QString commit; ///< 40 hexadecimal digits; empty: the same.
    QByteArrayList ignored = {}; ///< Files below the folder that are none of the checkout's.
    std::optional<CopierPlace> root = {}; ///< The first document; nothing: the file is empty.
    QList<CopierQuestion> questions = {};
    QString subdirectory = {}; ///< A template.
    std::optional<CopierPlace> subdirectoryPlace = {};
    QString suffix = QStringLiteral(".jinja"); ///< Of templates; empty: every file is one.
    std::optional<QStringList> exclude = {}; ///< Templates of patterns; nothing: Copier's own.
    std::optional<CopierPlace> excludePlace = {};
    QStringList skipIfExists = {}; ///< The same, of files that yield to one that is there.
    QString answersFile = QStringLiteral(".copier-answers.yml"); ///< A template.
    jinja::Options language
        = {}; ///< By `_envops`, with all extensions; it loads what questions include.
    QStringList secretNames = {}; ///< Of questions whose answers are not noted.
    bool preservesLinks = false;
    CopierMessage messageBefore = {}; ///< Of a copy; those of updates are not shown.
    CopierMessage messageAfter = {};
    Map externalData = {}; ///< Templates of paths in the service’s folder, by name.
    QList<CopierTask> tasks = {};
    QList<CopierTask> migrations = {};

    /// The question `name`, or null.
    [[nodiscard]] const CopierQuestion *question(const QString &name) const;
};

} // namespace waymark
