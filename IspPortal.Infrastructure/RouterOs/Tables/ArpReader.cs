using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class ArpReader : IRowReader<ArpRow>
{
    public static ArpReader Instance { get; } = new();

    public static RouterOsCommand Command { get; } =
        new RouterOsCommand("/ip/arp/print").Proplist(".id", "address", "mac-address", "interface", "status", "complete", "dynamic", "disabled");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out ArpRow row)
    {
        string id = "", address = "", macAddress = "", @interface = "", status = "";
        bool complete = false, dynamic = false, disabled = false;
        foreach (var column in sentence)
        {
            var key = column.Name;
            var value = column.Value;
            switch (key.Length)
            {
                case 3 when key.SequenceEqual(".id"u8):
                    id = WireText.Decode(value);
                    break;
                case 6 when key.SequenceEqual("status"u8):
                    status = WireText.DecodePooled(value);
                    break;
                case 7 when key.SequenceEqual("address"u8):
                    address = WireText.Decode(value);
                    break;
                case 7 when key.SequenceEqual("dynamic"u8):
                    _ = RouterOsNumber.TryParse(value, out dynamic);
                    break;
                case 8 when key.SequenceEqual("complete"u8):
                    _ = RouterOsNumber.TryParse(value, out complete);
                    break;
                case 8 when key.SequenceEqual("disabled"u8):
                    _ = RouterOsNumber.TryParse(value, out disabled);
                    break;
                case 9 when key.SequenceEqual("interface"u8):
                    @interface = WireText.DecodePooled(value);
                    break;
                case 11 when key.SequenceEqual("mac-address"u8):
                    macAddress = WireText.Decode(value);
                    break;
            }
        }

        row = address.Length == 0 ? null : new ArpRow(id, address, macAddress, @interface, status, complete, dynamic, disabled);
        return row is not null;
    }
}
