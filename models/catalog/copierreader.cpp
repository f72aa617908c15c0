#include "models/catalog/copierreader.h"

#include "models/base/textcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");

} // namespace

Template readCopierTemplate(const QByteArray &, const QString &file, const TemplateFiles &)
{
    return {.format = TemplateFormat::Copier,
            .file = file,
            .problems
            = {{.code = u"template.copier"_s,
                .message = translated("This is a template of Copier, which cannot be used here."),
                .file = file}}};
}

} // namespace waymark
