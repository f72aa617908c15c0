#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"
#include "models/catalog/catalog.h"
#include "models/catalog/form.h"
#include "models/jinja/engine.h"
#include "models/plan/secretmask.h"
#include "models/plan/templatecommand.h"

#include <QByteArrayList>
#include <QDateTime>

#include <optional>
#include <stop_token>

namespace waymark {

/// One file as a template makes it.
struct RenderedFile
{
    QByteArray path; ///< Below the service's folder.
    FileMode mode = FileMode::Regular;
    QByteArray content = {}; ///< Of a link, where it points.
    QByteArray templatePath = {}; ///< Below the template's folder.
    jinja::Provenance provenance
        = {}; ///< Of the content; its templates' names are paths as problems show them.
    jinja::Sources presence = {}; ///< What its being there, and its path, depend on.
    QList<Problem> problems
        = {}; ///< Why it could not be rendered; the content is what the template holds, then.
    bool yields = false; ///< Where its path is taken at the destination, that file stays.
};

/// A file that the template has but does not make with these answers.
struct LeftOutFile
{
    QByteArray path; ///< As near as it can be told to what it would be.
    QByteArray templatePath = {};
    jinja::Sources because; ///< Other answers to these could bring it.
};

/// Where a step would put what was made, as its input says; what it does not say is empty.
struct Publication
{
    QString repository = {}; ///< The address of its page, or how the input names it.
    QString branch = {};
    QString title = {}; ///< Of the pull or merge request, or of the commit.
    QString description = {};
    friend bool operator==(const Publication &, const Publication &) = default;
};

/// An entry of a step's input as it came out; secrets are masked.
struct ResolvedInput
{
    QString name;
    QString text; ///< Lists and maps as JSON.
    friend bool operator==(const ResolvedInput &, const ResolvedInput &) = default;
};

/// Something that the template asks for beside files, and that is not done.
struct UndoneAction
{
    QString step = {}; ///< The step's name.
    QString action = {}; ///< "publish:github"
    QString reason = {}; ///< What becomes of it instead, as a sentence.
    Problem place = {}; ///< Where it stands in the template; a note.
    bool isExpected = false; ///< It is a matter of course here: publishing and registering.
    QString command = {}; ///< What would be run, in full: a script or a line for the shell.
    bool isRunnable = false; ///< It is run, with the others or before, once that is agreed to.
    QList<ResolvedInput> inputs = {};
    std::optional<Publication> publication = {}; ///< Of a step that publishes.
    /// It has no place where the service goes: of its input and where it would put that, nothing
    /// needs to be told.
    bool isMoot = false;
    QStringList commands = {}; ///< That do it by hand, one behind the other.
    QStringList links = {}; ///< Where it can be done, or looked at.
};

/// A link for the one who made a service, out of the template's `output`; secrets are masked.
struct OutputLink
{
    QString title;
    QString url;
    /// "component:default/orders": it leads to the page of that in the portal's catalog, whose
    /// address only the portal knows. Empty where there is a `url`.
    QString entity = {};
};

/// All that a template makes of some answers. A value; nothing was written for it.
struct Rendering
{
    QList<RenderedFile> files; ///< Sorted by path, byte by byte; each path once.
    QByteArrayList folders; ///< Those without a file; sorted.
    QList<LeftOutFile> leftOut; ///< Sorted by path.
    ShownPaths shownPaths; ///< Of files and folders whose path holds a secret.
    QList<UndoneAction> undone;
    QList<TemplateCommand> commands; ///< In the order in which they run.
    QList<OutputLink> links;
    QByteArray madeRecord; ///< That of the files that is the record of the format's own tool.
    QByteArray ownRecord; ///< Where the format's own tool keeps a record that is written here too.
    bool isRandom = false; ///< It draws from the seed, which such a record does not hold.
    QStringList texts; ///< The texts of `output`, in Markdown; secrets are masked.
    QList<Problem> problems; ///< Of the template as a whole: a step that cannot be evaluated.
};

/// Whether `action` is how people see one of `commands`: its action or its step has that name.
[[nodiscard]] bool isOneOf(const UndoneAction &action, const QList<TemplateCommand> &commands);

/// What a rendering is made of, beside the template.
struct RenderRequest
{
    Form form;
    QDateTime now; ///< The clock that the template sees.
    QByteArray seed; ///< Of every random function; hexadecimal digits.
    QString destination = {}; ///< The service's folder, absolute; empty: it is not known.
    jinja::Limits limits = {};
    std::stop_token stop = {};
};

/// With which the texts of a template are rendered for `request`.
[[nodiscard]] jinja::RenderOptions renderOptions(const RenderRequest &request);

/// `request` with a form that is filled in at the time and place that the request has.
[[nodiscard]] RenderRequest atItsOccasion(RenderRequest request);

/// What `loaded` makes of the answers in `request`, by the rules of its format's own tool. The same
/// request gives the same bytes. Reads and writes nothing and starts nothing.
[[nodiscard]] Rendering render(const LoadedTemplate &loaded, const RenderRequest &request);

} // namespace waymark
