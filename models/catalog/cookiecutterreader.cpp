#include "models/catalog/cookiecutterreader.h"

#include "models/base/textcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");

} // namespace

Template readCookiecutterTemplate(const QByteArray &, const QString &file, const TemplateFiles &)
{
    return {
        .format = TemplateFormat::Cookiecutter,
        .file = file,
        .problems
        = {{.code = u"template.cookiecutter"_s,
            .message = translated("This is a template of Cookiecutter, which cannot be used here."),
            .file = file}}};
}

} // namespace waymark
