using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class PppSecretReader : IRowReader<PppSecretRow>
{
    public static PppSecretReader Instance { get; } = new();

    public static RouterOsCommand Command { get; } =
        new RouterOsCommand("/ppp/secret/print").Proplist(".id", "name", "service", "profile", "disabled", "comment");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out PppSecretRow row)
    {
        string id = "", name = "", service = "", profile = "", comment = "";
        var disabled = false;
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
                case 7 when key.SequenceEqual("service"u8):
                    service = WireText.DecodePooled(value);
                    break;
                case 7 when key.SequenceEqual("profile"u8):
                    profile = WireText.DecodePooled(value);
                    break;
                case 7 when key.SequenceEqual("comment"u8):
                    comment = WireText.Decode(value);
                    break;
                case 8 when key.SequenceEqual("disabled"u8):
                    _ = RouterOsNumber.TryParse(value, out disabled);
                    break;
            }
        }

        row = name.Length == 0 ? null : new PppSecretRow(id, name, service, profile, disabled, comment);
        return row is not null;
    }
}
