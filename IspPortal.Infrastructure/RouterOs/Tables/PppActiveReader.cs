using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class PppActiveReader : IRowReader<PppActiveRow>
{
    public static PppActiveReader Instance { get; } = new();

    public static RouterOsCommand Command { get; } =
        new RouterOsCommand("/ppp/active/print").Proplist(".id", "name", "service", "caller-id", "address", "uptime", "session-id");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out PppActiveRow row)
    {
        string id = "", name = "", service = "", callerId = "", address = "";
        TimeSpan uptime = default;
        long sessionId = 0;
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
                case 6 when key.SequenceEqual("uptime"u8):
                    _ = RouterOsDuration.TryParse(value, out uptime);
                    break;
                case 7 when key.SequenceEqual("service"u8):
                    service = WireText.DecodePooled(value);
                    break;
                case 7 when key.SequenceEqual("address"u8):
                    address = WireText.Decode(value);
                    break;
                case 9 when key.SequenceEqual("caller-id"u8):
                    callerId = WireText.Decode(value);
                    break;
                case 10 when key.SequenceEqual("session-id"u8):
                    _ = RouterOsNumber.TryParse(value, out sessionId);
                    break;
            }
        }

        row = name.Length == 0 ? null : new PppActiveRow(id, name, service, callerId, address, uptime, sessionId);
        return row is not null;
    }
}
