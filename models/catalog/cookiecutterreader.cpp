#include "models/catalog/cookiecutterreader.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecutterform.h"
#include "models/catalog/cookiecutterlanguage.h"
#include "models/catalog/fetchplace.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/occasion.h"
#include "models/jinja/engine.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

constexpr int deepestNesting = 8;
constexpr int mostNested = 1000; // templates altogether
constexpr QByteArrayView definitionName = "cookiecutter.json";

/// Reads one `cookiecutter.json`, and those of the templates that it offers.
class Reader
{
public:
    /// `count`: of all templates that were read.
    Reader(const TemplateFiles &files, QList<Problem> &problems, int &count, int depth = 0)
        : m_files(files)
        , m_problems(problems)
        , m_count(count)
        , m_depth(depth)
    {
    }

    /// Null: it cannot be read; `problems` has why.
    std::shared_ptr<const CookiecutterSettings> read(const QByteArray &content, const QString &file,
                                                     const QByteArray &path)
    {
        m_settings.folder = QFileInfo(file).path();
        m_settings.path = path;
        if (content.startsWith("\xef\xbb\xbf")) {
            m_problems += Problem{.code = u"template.json"_s,
                                  .message = translated("The file begins with a byte order mark, "
                                                        "which Cookiecutter refuses."),
                                  .file = file,
                                  .hint = translated("Save it as UTF-8 without one.")};
            return nullptr;
        }
        const auto document = JsonDocument::read(content, file);
        if (!document) {
            m_problems += document.error().problem;
            return nullptr;
        }
        m_settings.document = *document;
        const Map *variables = document->value().toMap();
        if (!variables) {
            complain({},
                     translated("The file has to hold one object with the template’s variables."));
            return nullptr;
        }
        takeVariables(*variables);
        return std::make_shared<const CookiecutterSettings>(std::move(m_settings));
    }

private:
    void takeVariables(const Map &variables)
    {
        m_settings.variables = variables;
        if (const Value *prompts = variables.find(u"__prompts__")) {
            if (const Map *map = prompts->toMap())
                m_settings.prompts = *map;
            else
                complain({u"__prompts__"_s}, translated("“__prompts__” has to be an object."));
            m_settings.variables.remove(u"__prompts__");
        }
        for (const VariableProblem &problem : cookiecutterLanguage(m_settings.variables).problems)
            m_problems += m_settings.document.placed(problem.problem, problem.path);
        checkPatterns();
        checkNewline();
        if (const Value *templates = variables.find(u"templates");
            templates && isTrueInPython(*templates))
            takeTemplates(*templates);
        else if (const Value *old = variables.find(u"template"))
            takeOldTemplates(*old);
        else if (templates)
            complain({u"templates"_s}, translated("There is no template to choose from."));
    }

    void checkPatterns()
    {
        const Value *patterns = m_settings.variables.find(u"_copy_without_render");
        const List *list = patterns ? patterns->toList() : nullptr;
        if (patterns && !list && !patterns->toText() && !patterns->toMap())
            complain({u"_copy_without_render"_s},
                     translated("“_copy_without_render” has to be a list of patterns."));
        for (qsizetype i = 0; list && i < list->size(); ++i) {
            if (!list->at(i).toText())
                complain({u"_copy_without_render"_s, QString::number(i)},
                         translated("A pattern has to be a text."));
        }
    }

    void checkNewline()
    {
        const Value newline = m_settings.variables.value(u"_new_lines");
        static const QStringList allowed{u"\n"_s, u"\r"_s, u"\r\n"_s};
        if (isTrueInPython(newline) && !allowed.contains(newline.textOr()))
            complain({u"_new_lines"_s},
                     translated("“_new_lines” has to be a line feed, a carriage return, or both."));
    }

    /// By keys, each with its path and what to call it.
    void takeTemplates(const Value &templates)
    {
        m_settings.choice = u"templates"_s;
        const Map *map = templates.toMap();
        if (!map)
            return complain({m_settings.choice},
                            translated("“templates” has to be an object of templates."));
        for (const Map::Entry &entry : *map) {
            const Map *details = entry.value.toMap();
            const QString path = details ? details->value(u"path").textOr() : QString();
            if (path.isEmpty()) {
                complain({m_settings.choice, entry.key},
                         translated("The template “%1” has no “path”.").arg(entry.key));
                continue;
            }
            const QString title = worded(*details, u"title", entry.key);
            const QString description = worded(*details, u"description", entry.key);
            const bool isSame = title == description;
            takeNested(entry.key, isSame ? title : u"%1 (%2)"_s.arg(title, description), path,
                       {m_settings.choice, entry.key, u"path"_s});
        }
    }

    static QString worded(const Map &details, QStringView key, const QString &fallback)
    {
        const Value *value = details.find(key);
        return value ? plainText(*value) : fallback;
    }

    /// A list of texts, each with the path in brackets.
    void takeOldTemplates(const Value &templates)
    {
        m_settings.choice = u"template"_s;
        const List *list = templates.toList();
        if (!list || list->isEmpty())
            return complain({m_settings.choice},
                            translated("“template” has to be a list of templates: a variable of "
                                       "this name offers others to choose from."),
                            translated("Rename the variable."));
        const jinja::Environment environment(cookiecutterLanguage(m_settings.variables).options);
        quint64 spent = 0;
        for (qsizetype i = 0; i < list->size(); ++i) {
            const QString text = renderedOption(list->at(i), environment, spent);
            const qsizetype open = text.indexOf(u'(');
            const qsizetype close = text.lastIndexOf(u')');
            if (open < 0 || close <= open + 1)
                complain({m_settings.choice, QString::number(i)},
                         translated("The template has no path: it stands in brackets."));
            else
                takeNested(text, text, text.sliced(open + 1, close - open - 1),
                           {m_settings.choice, QString::number(i)});
        }
    }

    /// As it is written where that cannot be rendered, or not with a few steps.
    [[nodiscard]] QString renderedOption(const Value &option, const jinja::Environment &environment,
                                         quint64 &spent) const
    {
        const QString text = option.textOr();
        const auto compiled = environment.compile(text, m_settings.choice);
        const auto made = compiled
            ? jinja::render(*compiled,
                            jinja::TaggedValue::fromMap(
                                {{u"cookiecutter"_s, jinja::TaggedValue::fromMap({})}}),
                            {.limits = readingLimits, .provenance = false, .spent = &spent})
            : std::unexpected(compiled.error());
        return made ? QString::fromUtf8(made->bytes) : text;
    }

    void takeNested(const QString &key, const QString &title, const QString &where,
                    const QStringList &place)
    {
        NestedTemplate nested{.key = key, .title = title, .settings = nullptr};
        const auto refuse = [&](const QString &message) {
            nested.problems += m_settings.document.placed(
                {.code = u"template.nested"_s, .message = message}, place);
        };
        const QByteArray inner = joinedPath({}, where.toUtf8());
        const bool leaves = where.startsWith(u'/') || inner == ".." || inner.startsWith("../");
        const QByteArray path = joinedPath(m_settings.path, inner);
        const QByteArray file = path.isEmpty() ? definitionName.toByteArray()
                                               : path + '/' + definitionName.toByteArray();
        const auto content = m_files && !leaves ? m_files(file) : std::nullopt;
        if (leaves)
            refuse(translated("The template “%1” lies outside of this one.").arg(where));
        else if (inner.isEmpty())
            refuse(translated("The template offers itself."));
        else if (m_depth == deepestNesting || ++m_count > mostNested)
            refuse(translated("Too many templates offer others here."));
        else if (!content)
            refuse(translated("There is no template in “%1”.").arg(where));
        else if (!*content)
            nested.problems += content->error().problem;
        else
            nested.settings = Reader(m_files, nested.problems, m_count, m_depth + 1)
                                  .read(**content,
                                        m_settings.folder + u'/' + displayed(inner) + u'/'
                                            + QString::fromLatin1(definitionName),
                                        path);
        m_settings.nested += nested;
    }

    void complain(const QStringList &path, const QString &message, const QString &hint = {})
    {
        m_problems += m_settings.document.placed(
            {.code = u"template.json"_s, .message = message, .hint = hint}, path);
    }

    const TemplateFiles &m_files;
    QList<Problem> &m_problems;
    int &m_count;
    const int m_depth;
    CookiecutterSettings m_settings;
};

} // namespace

Template readCookiecutterTemplate(const QByteArray &content, const QString &file,
                                  const TemplateFiles &files)
{
    Template result{.format = TemplateFormat::Cookiecutter, .file = file};
    int count = 0;
    result.cookiecutter = Reader(files, result.problems, count).read(content, file, {});
    if (result.cookiecutter)
        result.form = FormSchema(std::make_shared<const CookiecutterForm>(result.cookiecutter));
    return result;
}

} // namespace waymark
