using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class HotspotActiveReader : IRowReader<HotspotActiveRow>
{
    public static HotspotActiveReader Instance { get; } = new();

    public static RouterOsCommand Command { get; } =
        new RouterOsCommand("/ip/hotspot/active/print").Proplist(".id", "user", "server", "address", "mac-address", "login-by", "uptime", "bytes-in", "bytes-out");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out HotspotActiveRow row)
    {
        string id = "", user = "", server = "", address = "", macAddress = "", loginBy = "";
        TimeSpan uptime = default;
        long? bytesIn = null, bytesOut = null;
        foreach (var column in sentence)
        {
            var key = column.Name;
            var value = column.Value;
            switch (key.Length)
            {
                case 3 when key.SequenceEqual(".id"u8):
                    id = WireText.Decode(value);
                    break;
                case 4 when key.SequenceEqual("user"u8):
                    user = WireText.Decode(value);
                    break;
                case 6 when key.SequenceEqual("server"u8):
                    server = WireText.DecodePooled(value);
                    break;
                case 6 when key.SequenceEqual("uptime"u8):
                    _ = RouterOsDuration.TryParse(value, out uptime);
                    break;
                case 7 when key.SequenceEqual("address"u8):
                    address = WireText.Decode(value);
                    break;
                case 8 when key.SequenceEqual("login-by"u8):
                    loginBy = WireText.DecodePooled(value);
                    break;
                case 8 when key.SequenceEqual("bytes-in"u8):
                    bytesIn = RouterOsNumber.TryParse(value, out long sent) ? sent : null;
                    break;
                case 9 when key.SequenceEqual("bytes-out"u8):
                    bytesOut = RouterOsNumber.TryParse(value, out long received) ? received : null;
                    break;
                case 11 when key.SequenceEqual("mac-address"u8):
                    macAddress = WireText.Decode(value);
                    break;
            }
        }

        row = id.Length == 0 ? null : new HotspotActiveRow(id, user, server, address, macAddress, loginBy, uptime, bytesIn, bytesOut);
        return row is not null;
    }
}
