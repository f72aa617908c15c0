#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace waymark::jinja {

enum class Language : quint8 {
    Jinja2, ///< 3.1, always in its sandbox.
    Nunjucks, ///< 3.2.
};

/// What Jinja2 does with a name or an attribute that is not there (its manual, "Undefined Types").
enum class UndefinedKind : quint8 { Lenient, Strict, Chainable, Debug };

struct Delimiters
{
    QString blockStart = QStringLiteral("{%");
    QString blockEnd = QStringLiteral("%}");
    QString variableStart = QStringLiteral("{{");
    QString variableEnd = QStringLiteral("}}");
    QString commentStart = QStringLiteral("{#");
    QString commentEnd = QStringLiteral("#}");
    friend bool operator==(const Delimiters &, const Delimiters &) = default;
};

/// The source of the template `name` (as written in include, import or extends), or nothing where
/// there is none. An error is one of reading it.
using Loader = std::function<Result<std::optional<QByteArray>>(const QString &name)>;

/// How templates are read and what they may use. Names and defaults are Jinja2's Environment's.
struct Options
{
    Language language = Language::Jinja2;
    bool jinjaCompat = false; ///< Nunjucks: installJinjaCompat().
    bool backstage = false; ///< Nunjucks: with the filters of Backstage's scaffolder.
    Delimiters delimiters = {};
    bool trimBlocks = false;
    bool lstripBlocks = false;
    bool keepTrailingNewline = false; ///< Jinja2 only: Nunjucks always keeps it.
    QString newlineSequence = QStringLiteral("\n"); ///< Jinja2 only.
    QString lineStatementPrefix = {};
    QString lineCommentPrefix = {};
    bool autoescape = false;
    UndefinedKind undefined = UndefinedKind::Lenient; ///< Nunjucks: Strict is throwOnUndefined.
    QStringList extensions = {}; ///< "jinja2.ext.do", "cookiecutter.extensions.SlugifyExtension", …
    bool immutable
        = false; ///< Jinja2: lists and maps cannot be changed (ImmutableSandboxedEnvironment).
    Loader loader = {};

    [[nodiscard]] static Options jinja2();
    /// As Backstage's `fetch:template` sets Nunjucks up: `${{ }}`, no autoescape, its filters.
    [[nodiscard]] static Options backstageNunjucks();
    /// The same with `cookiecutterCompat`: `{{ }}`, Jinja compatibility and `jsonify`.
    [[nodiscard]] static Options backstageCookiecutterCompat();
};

/// Whether Jinja2's `extensions` may hold `name`: what it brings is here.
[[nodiscard]] bool isKnownExtension(QStringView name);

} // namespace waymark::jinja
