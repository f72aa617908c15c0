#pragma once

#include "models/plan/fetchsettings.h"
#include "models/plan/remembered.h"

#include <optional>
#include <vector>

namespace waymark {

/// The path of a file or folder as it is rendered.
struct RenderedName
{
    QByteArray path = {};
    QByteArray shown = {}; ///< Without secrets.
    jinja::Sources sources = {};
    QList<Problem> problems = {};
    bool isAbsolute = false; ///< An answer makes it begin with a slash.
};

/// A file or folder of a template as a step fetches it, with what was made of it last.
struct FetchedFile
{
    TemplateFile file = {}; ///< Its path starts at the folder that is fetched.
    QByteArray templatePath = {}; ///< Below the template's folder.
    /// What becomes its path: without the extension that it loses; a folder's ends in a slash.
    QByteArray name = {};
    bool hasRenderedName = false;
    std::optional<jinja::Environment> language = {}; ///< None: its content is copied.
    QList<Problem> problems = {}; ///< Why it cannot be told how it is read.

    /// A template out of the file, once it is needed, and what was rendered of it last.
    template<typename T>
    struct Part
    {
        std::optional<Result<jinja::Template>> compiled = {};
        jinja::Mentions mentions = {};
        std::optional<Remembered<T>> rendered = {};
        quint64 steps = 0; ///< That it took.
        bool isRandom = false; ///< It drew random numbers.
    };
    Part<RenderedName> renderedName = {};
    Part<RenderedName> guessedName = {}; ///< What it would be, were it there.
    Part<Result<jinja::Rendered>> content = {};
    QByteArray contentPath = {}; ///< The path that `content` was rendered for.
    std::optional<bool> isText = {};
};

/// The folder of a template that a step fetches.
struct FetchedFolder
{
    FetchSettings settings;
    std::vector<FetchedFile> folders = {}; ///< Sorted by path, those that have files too.
    std::vector<FetchedFile> files = {}; ///< Sorted by path.
};

/// What a step with these settings fetches of `loaded`; nothing is rendered yet.
[[nodiscard]] FetchedFolder fetchedFolder(const LoadedTemplate &loaded,
                                          const FetchSettings &settings);

/// `path` below `folder`, without components that stand for the folder they are in.
[[nodiscard]] QByteArray pathBelow(const QByteArray &folder, const QByteArray &path);

} // namespace waymark
