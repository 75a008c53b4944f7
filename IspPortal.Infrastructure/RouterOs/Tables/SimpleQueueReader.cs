using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class SimpleQueueReader : IRowReader<SimpleQueueRow>
{
    public static SimpleQueueReader Instance { get; } = new();

    public static RouterOsCommand Command { get; } =
        new RouterOsCommand("/queue/simple/print").Proplist(".id", "name", "target", "max-limit", "dynamic", "disabled", "bytes", "comment");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out SimpleQueueRow row)
    {
        string id = "", name = "", target = "", maxLimit = "", comment = "";
        bool dynamic = false, disabled = false;
        long? uploadBytes = null, downloadBytes = null;
        foreach (var column in sentence)
        {
            var key = column.Name;
            var value = column.Value;
            switch (key.Length)
            {
                case 3 when key.SequenceEqual(".id"u8):
                    id = WireText.Decode(value);
                    break;
                case 4 when key.SequenceEqual("name"u8):
                    name = WireText.Decode(value);
                    break;
                case 5 when key.SequenceEqual("bytes"u8):
                    (uploadBytes, downloadBytes) = RouterOsNumber.TryParsePair(value, out var up, out var down) ? ((long?)up, (long?)down) : (null, null);
                    break;
                case 6 when key.SequenceEqual("target"u8):
                    target = WireText.Decode(value);
                    break;
                case 7 when key.SequenceEqual("dynamic"u8):
                    _ = RouterOsNumber.TryParse(value, out dynamic);
                    break;
                case 7 when key.SequenceEqual("comment"u8):
                    comment = WireText.Decode(value);
                    break;
                case 8 when key.SequenceEqual("disabled"u8):
                    _ = RouterOsNumber.TryParse(value, out disabled);
                    break;
                case 9 when key.SequenceEqual("max-limit"u8):
                    maxLimit = WireText.DecodePooled(value);
                    break;
            }
        }

        row = name.Length == 0 ? null : new SimpleQueueRow(id, name, target, maxLimit, dynamic, disabled, uploadBytes, downloadBytes, comment);
        return row is not null;
    }
}
