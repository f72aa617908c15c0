#include "models/base/json.h"

#include "models/base/jsonreader.h"
#include "models/base/utf8.h"

namespace waymark {

Result<Value> parseJson(QByteArrayView text, const QString &file)
{
    Result<QString> decoded = decodeUtf8(text);
    if (!decoded) {
        decoded.error().problem.file = file;
        return std::unexpected(decoded.error());
    }
    return JsonReader(*decoded, file).readAll();
}

} // namespace waymark
