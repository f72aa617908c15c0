#include "models/plan/copierrendering.h"

#include "models/base/utf8.h"
#include "models/catalog/copierexternaldata.h"
#include "models/catalog/textplace.h"
#include "models/plan/copiernames.h"
#include "models/plan/copiertasks.h"
#include "models/plan/folder.h"
#include "models/plan/formcontext.h"
#include "models/plan/ignorelist.h"
#include "models/plan/templatename.h"
#include "models/plan/workspace.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("CopierRenderer", source);
}

/// Patterns out of templates, and what they depend on.
struct Patterns
{
    IgnoreList list;
    Sources sources;
    std::optional<CopierPlace> place; ///< Where they are written.
};

/// Makes the files of one template.
class CopierRenderer
{
public:
    CopierRenderer(const LoadedTemplate &loaded, const RenderRequest &request, RenderMemory &memory)
        : m_settings(*loaded.entry.definition.copier)
        , m_request(request)
        , m_tree(loaded.tree, m_settings)
        , m_language(languageOf(m_settings, m_tree))
        , m_context(contextOf(request.form))
        , m_options(renderOptions(request))
        , m_texts(m_context, m_options, memory)
        , m_mask(request.form)
        , m_names(m_settings, m_tree, m_language, m_texts, m_mask, answersFile())
        , m_externalData(
              m_settings, request.destination,
              [this](const QString &source, const TaggedValue &context) {
                  return renderedPath(source, context);
              },
              [this](const QByteArray &path) { return fileAt(path); })
    {
        m_options.draws = &m_isRandom;
        if (m_externalData.isAnyLeft())
            m_texts.setLook([this](const jinja::Mentions &mentions) { readExternal(mentions); });
    }

    Rendering run()
    {
        if (const auto done = walk(); !done)
            m_rendering.problems += done.error().problem;
        if (m_rendering.problems.isEmpty()) {
            lookAtTasks();
            addCopierTasks(m_settings, m_language, m_context, m_options, m_mask, m_rendering);
            addMessage(m_settings.messageAfter);
        }
        m_workspace.collectInto(m_rendering);
        const auto record
            = std::ranges::find(m_rendering.files, answersFile(), &RenderedFile::path);
        if (record != m_rendering.files.end())
            m_rendering.madeRecord = record->path;
        m_rendering.isRandom = m_isRandom || m_texts.isRandom() || hasRandomQuestion();
        return std::move(m_rendering);
    }

private:
    static jinja::Options languageOf(const CopierSettings &settings, const CopierTree &tree)
    {
        jinja::Options options = settings.language;
        options.loader = [&tree](const QString &name) -> Result<std::optional<QByteArray>> {
            const QByteArray path = name.toUtf8();
            if (path.split('/').contains(".."))
                return std::optional<QByteArray>();
            const TemplateFile *file = tree.file(path);
            return file ? std::optional(file->content) : std::nullopt;
        };
        return options;
    }

    /// Answers that nobody is asked for, and secret ones, are not noted where the others are.
    bool hasRandomQuestion() const
    {
        return std::ranges::any_of(m_settings.questions, [this](const CopierQuestion &question) {
            return isRandom(List{question.defaultValue.value_or(Value()),
                                 question.choices.value_or(Value()), question.when});
        });
    }

    /// Whether a text in `value` may draw random numbers.
    bool isRandom(const Value &value) const
    {
        const List *list = value.toList();
        const Map *map = value.toMap();
        const auto isOf = [this](const Value &inside) { return isRandom(inside); };
        if (list)
            return std::ranges::any_of(*list, isOf);
        if (map)
            return std::ranges::any_of(*map, [&](const Map::Entry &entry) {
                return isOf(entry.key) || isOf(entry.value);
            });
        return jinja::mentionsIn(value.textOr(), m_language.options()).isRandom;
    }

    QByteArray answersFile() const
    {
        const TaggedValue *conf = m_context.find(u"_copier_conf"_s);
        const TaggedValue *file = conf ? conf->find(u"answers_file"_s) : nullptr;
        return purePath(file ? file->scalar().textOr().toUtf8() : QByteArray());
    }

    /// `error`, about a place in a text of the template's own file that stands at `place`.
    static std::unexpected<Error> located(const Error &error,
                                          const std::optional<CopierPlace> &place)
    {
        if (!place)
            return std::unexpected(error);
        const SourcePosition inner = error.problem.position.value_or(SourcePosition{});
        return failure(place->document.placed(error.problem,
                                              placeInText(place->document, place->node, inner)));
    }

    Result<jinja::Rendered> renderedText(const QString &source, bool hasOperation = false)
    {
        lookAt(source);
        TaggedValue context = m_context;
        if (hasOperation)
            context.insert(u"_copier_operation"_s, Value(u"copy"_s));
        return rendered(source, context);
    }

    Result<jinja::Rendered> rendered(const QString &source, const TaggedValue &context) const
    {
        const auto compiled = m_language.compile(source, {});
        return compiled ? jinja::render(*compiled, context, m_options)
                        : std::unexpected(compiled.error());
    }

    // External data.

    Result<CopierRendered> renderedPath(const QString &source, const TaggedValue &context) const
    {
        const auto made = rendered(source, context);
        if (!made)
            return std::unexpected(made.error());
        return CopierRendered{.value = QString::fromUtf8(made->bytes),
                              .sources = made->provenance.all()};
    }

    /// What this template made up to here goes before what was there.
    Result<std::optional<QByteArray>> fileAt(const QByteArray &path) const
    {
        const RenderedFile *made = m_workspace.file(path);
        const bool isMade = made && made->problems.isEmpty() && made->mode != FileMode::Link;
        if (isMade && !made->yields)
            return made->content;
        auto there = destinationFile(m_request.destination, path);
        return isMade && there && !*there ? made->content : there;
    }

    void readExternal(const jinja::Mentions &mentions)
    {
        if (!m_externalData.isWanted(mentions))
            return;
        m_rendering.problems += m_externalData.readInto(m_context, mentions);
        m_texts.setContext(m_context);
    }

    void lookAt(const QString &source)
    {
        if (m_externalData.isAnyLeft())
            readExternal(allMentions(source, m_language));
    }

    void lookAtTasks()
    {
        for (const CopierTask &task : m_settings.tasks) {
            lookAt(task.when.textOr());
            lookAt(task.workingDirectory);
            lookAt(task.command.textOr());
            const List *words = task.command.toList();
            for (const Value &word : words ? *words : List())
                lookAt(word.textOr());
        }
    }

    /// Of the folder that the template's files are in.
    Result<QByteArray> subdirectory()
    {
        const auto rendered = renderedText(m_settings.subdirectory);
        if (!rendered)
            return located(rendered.error(), m_settings.subdirectoryPlace);
        m_because = rendered->provenance.all().asControl();
        const bool leaves = rendered->bytes.startsWith('/')
            || purePath(rendered->bytes).split('/').contains("..");
        if (!leaves && m_tree.hasFolder(purePath(rendered->bytes)))
            return purePath(rendered->bytes);
        Problem problem{.code = u"template.subdirectory"_s,
                        .message
                        = (leaves ? text("“_subdirectory” leads out of the template: “%1”.")
                                  : text("There is no folder “%1” in the template."))
                              .arg(displayed(rendered->bytes)),
                        .hint = text("Name a folder inside the template.")};
        if (m_settings.subdirectoryPlace)
            problem = m_settings.subdirectoryPlace->placed(problem);
        return failure(problem);
    }

    Result<Patterns> patterns(const QStringList &texts, const std::optional<CopierPlace> &place,
                              bool hasOperation)
    {
        QStringList all;
        Patterns patterns{.list = {}, .sources = {}, .place = place};
        for (const QString &source : texts) {
            const auto rendered = renderedText(source, hasOperation);
            if (!rendered)
                return located(rendered.error(), place);
            QString lines = QString::fromUtf8(rendered->bytes);
            lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
            all += hasOperation ? lines.split(u'\n') : QStringList{lines};
            patterns.sources = patterns.sources.with(rendered->provenance.all());
        }
        auto list = IgnoreList::compile(all);
        if (!list)
            return located(list.error(), place);
        patterns.list = *list;
        return patterns;
    }

    Result<> walk()
    {
        const auto folder = subdirectory();
        if (!folder)
            return std::unexpected(folder.error());
        m_subdirectory = *folder;
        const bool isWhole = purePath(m_settings.subdirectory.toUtf8()).isEmpty();
        const auto excluded
            = patterns(m_settings.exclude.value_or(isWhole ? usualExclusions() : QStringList()),
                       m_settings.excludePlace, true);
        const auto keptPlace = m_settings.root
            ? std::optional(m_settings.root->at(u"_skip_if_exists"))
            : std::nullopt;
        const auto kept = patterns(m_settings.skipIfExists, keptPlace, false);
        const auto sources = m_tree.below(m_subdirectory);
        if (!excluded || !kept || !sources)
            return std::unexpected(!excluded   ? excluded.error()
                                       : !kept ? kept.error()
                                               : sources.error());
        m_excluded = *excluded;
        m_kept = *kept;
        for (const CopierSource &source : *sources)
            m_filled.insert(parentOf(source.path));
        for (const CopierSource &source : *sources) {
            if (m_request.stop.stop_requested())
                return failure(
                    {.code = u"plan.cancelled"_s, .message = text("Planning was cancelled.")});
            for (const CopierTarget &target : m_names.targetsOf(source, m_subdirectory)) {
                if (const auto taken = take(source, target); !taken)
                    return taken;
            }
            m_workspace.budget().setRendered(m_texts.spent());
            if (const auto goesOn = m_workspace.budget().check(); !goesOn)
                return atSource(goesOn.error(), source);
        }
        return {};
    }

    std::unexpected<Error> atSource(Error error, const CopierSource &source) const
    {
        error.problem.file = shown(source.templatePath);
        return std::unexpected(std::move(error));
    }

    /// Whether one of `patterns` takes the file or folder at `path`.
    static Result<bool> isIn(const Patterns &patterns, const QByteArray &path)
    {
        auto isTaken = patterns.list.matches(QString::fromUtf8(path));
        return isTaken ? isTaken : located(isTaken.error(), patterns.place);
    }

    /// An error where it cannot be told whether patterns take the target.
    Result<> take(const CopierSource &source, const CopierTarget &target)
    {
        const Sources because = m_because.with(target.sources);
        if (target.problem) {
            refuse(source, target, *target.problem);
            return {};
        }
        if (target.path.isEmpty()) {
            leaveOut(source, because);
            return {};
        }
        const auto isExcluded = isIn(m_excluded, target.path);
        if (!isExcluded)
            return std::unexpected(isExcluded.error());
        if (*isExcluded) {
            leaveOut(source, because.with(m_excluded.sources.asControl()));
            return {};
        }
        m_workspace.show(target.path, target.shown);
        if (source.kind == CopierSource::Kind::Folder) {
            m_workspace.addFolder(target.path, because);
            return {};
        }
        return takeFile(source, target, because);
    }

    Result<> takeFile(const CopierSource &source, const CopierTarget &target,
                      const Sources &because)
    {
        const auto isKept = isIn(m_kept, target.path);
        if (!isKept)
            return std::unexpected(isKept.error());
        RenderedFile made{.path = target.path,
                          .mode = source.file->mode,
                          .content = source.file->content,
                          .templatePath = source.templatePath,
                          .presence = because.with(m_excluded.sources.asControl())};
        if (m_names.isTemplate(source.templatePath))
            renderContent(source, target, made);
        made.yields = *isKept;
        m_workspace.addFile(std::move(made), {.isLater = !*isKept}, {});
        return {};
    }

    void refuse(const CopierSource &source, const CopierTarget &target, Problem problem)
    {
        problem.file = shown(source.templatePath);
        if (source.kind == CopierSource::Kind::Folder) {
            if (!m_filled.contains(source.path)) // or what is in it tells
                m_workspace.tell(problem);
            return;
        }
        const RenderedFile *there = m_workspace.file(source.path);
        if (there && there->templatePath == source.templatePath && !there->problems.isEmpty()) {
            RenderedFile refused = *there; // by another name that a loop gave it
            refused.presence = refused.presence.with(target.sources);
            if (!refused.problems.contains(problem))
                refused.problems += problem;
            m_workspace.write(std::move(refused));
            return;
        }
        m_workspace.addFile({.path = source.path,
                             .mode = source.file->mode,
                             .content = source.file->content,
                             .templatePath = source.templatePath,
                             .presence = target.sources,
                             .problems = {problem}},
                            {.isLater = true}, {});
    }

    void leaveOut(const CopierSource &source, const Sources &because)
    {
        if (source.kind != CopierSource::Kind::Folder)
            m_workspace.leaveOut({.path = source.path,
                                  .templatePath = source.templatePath,
                                  .because = because.asControl()},
                                 {});
    }

    void renderContent(const CopierSource &source, const CopierTarget &target, RenderedFile &made)
    {
        const bool isLink = made.mode == FileMode::Link;
        if (!decodeUtf8(made.content)) {
            if (m_settings.suffix.isEmpty())
                return; // it is copied
            made.problems += Problem{.code = u"template.encoding"_s,
                                     .message = text("This template is no UTF-8."),
                                     .file = shown(source.templatePath),
                                     .hint = text("Take the suffix away from its name, so that it "
                                                  "is copied as it is.")};
            return;
        }
        const auto rendered = m_texts.rendered({.key = contentKey(source, target),
                                                .source = made.content,
                                                .name = shown(source.templatePath),
                                                .salt = made.path,
                                                .path = made.path},
                                               m_language, target.extra);
        if (!rendered) {
            made.problems += rendered.error().problem;
            return;
        }
        if (rendered->yield && !isLink) {
            made.problems += Problem{.code = u"template.yield"_s,
                                     .message = text("A “yield” may stand in names only."),
                                     .file = shown(source.templatePath)};
            return;
        }
        made.content = rendered->rendered.bytes;
        made.provenance = rendered->rendered.provenance;
    }

    /// A loop in its name makes several files of one template.
    static QByteArray contentKey(const CopierSource &source, const CopierTarget &target)
    {
        return "content\n" + source.templatePath
            + (target.extra.map().isEmpty() ? QByteArray() : '\n' + target.path);
    }

    void addMessage(const CopierMessage &message)
    {
        if (message.text.isEmpty())
            return;
        const auto rendered = renderedText(message.text);
        if (rendered) {
            m_rendering.texts += QString::fromUtf8(m_mask.masked(*rendered));
            return;
        }
        Problem problem = located(rendered.error(), message.place).error().problem;
        problem.severity = Severity::Warning; // the files are whole without it
        m_rendering.problems += problem;
    }

    /// How problems name the file at `templatePath`.
    QString shown(const QByteArray &templatePath) const
    {
        return shownTemplatePath(m_settings.folder, templatePath);
    }

    const CopierSettings &m_settings;
    const RenderRequest &m_request;
    CopierTree m_tree;
    jinja::Environment m_language;
    TaggedValue m_context;
    bool m_isRandom = false; ///< What is rendered beside m_texts draws random numbers.
    jinja::RenderOptions m_options;
    JinjaTexts m_texts;
    SecretMask m_mask;
    CopierNames m_names;
    CopierExternalData m_externalData;
    QByteArray m_subdirectory;
    Sources m_because; ///< What every file depends on: the subdirectory.
    Patterns m_excluded;
    Patterns m_kept;
    QSet<QByteArray> m_filled; ///< Folders of the template that hold something.
    Workspace m_workspace{PlanBudget(PlanLimits::of(m_request.limits), m_request.stop)};
    Rendering m_rendering;
};

} // namespace

Rendering renderCopier(const LoadedTemplate &loaded, const RenderRequest &request,
                       RenderMemory &memory)
{
    return CopierRenderer(loaded, request, memory).run();
}

} // namespace waymark
