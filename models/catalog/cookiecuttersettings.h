#pragma once

#include "models/base/jsondocument.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace waymark {

struct CookiecutterSettings;

/// A template inside of a Cookiecutter template, one of several to choose from.
struct NestedTemplate
{
    QString key; ///< What chooses it.
    QString title; ///< Never empty.
    std::shared_ptr<const CookiecutterSettings> settings; ///< Null: `problems` has why.
    QList<Problem> problems = {};
};

/// What a `cookiecutter.json` says. Immutable once it is read.
struct CookiecutterSettings
{
    QString folder; ///< Where it lies: absolute, if the template's is.
    QByteArray path = {}; ///< Of that below the template's folder; empty: it is that one.
    JsonDocument document = {};
    Map variables = {}; ///< In order, unrendered, without `__prompts__`; private ones too.
    Map prompts = {}; ///< `__prompts__`
    QString choice = {}; ///< "templates" or "template": it only offers other templates.
    QList<NestedTemplate> nested = {}; ///< Of these, where it does.
};

/// The one of `settings.nested` that `given` chooses, else the first; null: there is none.
[[nodiscard]] const NestedTemplate *chosenTemplate(const CookiecutterSettings &settings,
                                                   const Map &given);
/// The template that is used in the end, behind all choices; null: a chosen one is not readable.
[[nodiscard]] const CookiecutterSettings *usedTemplate(const CookiecutterSettings &settings,
                                                       const Map &given);

} // namespace waymark
