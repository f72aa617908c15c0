#include "models/catalog/copiersurroundings.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString systemName()
{
#if defined(Q_OS_WIN)
    return u"windows"_s;
#elif defined(Q_OS_MACOS)
    return u"macos"_s;
#else
    return u"linux"_s;
#endif
}

/// `answers`, each of which comes from the question of its name.
jinja::TaggedValue taggedAnswers(const Map &answers)
{
    jinja::TaggedValue::Map tagged;
    tagged.reserve(answers.size());
    for (const Map::Entry &answer : answers)
        tagged += {answer.key, jinja::TaggedValue::answer(answer.key, answer.value)};
    return jinja::TaggedValue::fromMap(tagged);
}

} // namespace

jinja::TaggedValue copierSurroundings(const CopierSettings &settings, const Map &given,
                                      const Occasion &occasion)
{
    const Value nothing;
    const bool isCheckout = !settings.revision.isEmpty();
    // What copier's own command would have for it: --defaults --overwrite --skip-tasks, and HEAD
    // of what is checked out.
    const Map conf{{u"src_path"_s, settings.folder},
                   {u"dst_path"_s, occasion.destination},
                   {u"answers_file"_s, settings.answersFile},
                   {u"vcs_ref"_s, u"HEAD"_s},
                   {u"vcs_ref_hash"_s, isCheckout ? Value(settings.commit) : nothing},
                   {u"data"_s, Map()},
                   {u"settings"_s, Map{{u"defaults"_s, Map()}, {u"trust"_s, List()}}},
                   {u"exclude"_s, List()},
                   {u"use_prereleases"_s, false},
                   {u"skip_if_exists"_s, List()},
                   {u"cleanup_on_error"_s, true},
                   {u"defaults"_s, true},
                   {u"user_defaults"_s, Map()},
                   {u"overwrite"_s, true},
                   {u"pretend"_s, false},
                   {u"quiet"_s, true},
                   {u"conflict"_s, u"inline"_s},
                   {u"context_lines"_s, 3},
                   {u"unsafe"_s, false},
                   {u"skip_answered"_s, false},
                   {u"skip_tasks"_s, true},
                   {u"sep"_s, u"/"_s},
                   {u"os"_s, systemName()}};
    Map external; // read once it is mentioned
    for (const Map::Entry &entry : settings.externalData)
        external.insert(entry.key, Map());
    jinja::TaggedValue context = jinja::TaggedValue::fromMap({});
    context.insert(u"_external_data"_s, Value(external));
    context.insert(u"_src_path"_s, Value(settings.folder));
    if (isCheckout)
        context.insert(u"_commit"_s, Value(settings.revision));
    jinja::TaggedValue shownConf{Value(conf)};
    for (const QString &path : {u"src_path"_s, u"dst_path"_s, u"answers_file"_s})
        shownConf.insert(path, jinja::TaggedValue::path(conf.value(path).textOr()));
    shownConf.insert(u"data"_s, taggedAnswers(given));
    jinja::TaggedValue preferences = *shownConf.find(u"settings"_s);
    preferences.insert(u"defaults"_s, taggedAnswers(occasion.defaults));
    shownConf.insert(u"settings"_s, preferences);
    context.insert(u"_copier_conf"_s, shownConf);
    context.insert(u"_folder_name"_s, Value(QFileInfo(occasion.destination).fileName()));
    context.insert(u"_copier_python"_s, Value(u"python3"_s));
    return context;
}

} // namespace waymark
