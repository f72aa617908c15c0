#include "models/base/regexsyntax.h"

#include "models/base/patterntranslator.h"

namespace waymark {

Result<QString> translatePattern(const QString &pattern, RegexSyntax syntax,
                                 const RegexOptions &options)
{
    switch (syntax) {
    case RegexSyntax::Pcre:
        return pattern;
    case RegexSyntax::Python:
        return translatePython(pattern, options);
    case RegexSyntax::JavaScript:
        return translateJavaScript(pattern, options, false);
    case RegexSyntax::JsonSchema:
        return translateJavaScript(pattern, options, true);
    }
    Q_UNREACHABLE_RETURN(pattern);
}

} // namespace waymark
