using System.Diagnostics.CodeAnalysis;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs.Tables;

internal sealed class InterfaceReader : IRowReader<InterfaceRow>
{
    public static InterfaceReader Instance { get; } = new();

    /// <summary>Everything a row has: for the interfaces page and discovery.</summary>
    public static RouterOsCommand Command { get; } = new RouterOsCommand("/interface/print").Proplist(
        ".id", "name", "type", "running", "disabled", "dynamic", "rx-byte", "tx-byte", "rx-packet", "tx-packet", "rx-error", "tx-error", "rx-drop", "tx-drop", "link-downs", "comment");

    /// <summary>Names and counters only: a quarter of the bytes, for every poll.</summary>
    public static RouterOsCommand CountersCommand { get; } = new RouterOsCommand("/interface/print").Proplist(".id", "name", "type", "running", "rx-byte", "tx-byte");

    public bool TryRead(in SentenceView sentence, [MaybeNullWhen(false)] out InterfaceRow row)
    {
        string id = "", name = "", type = "", comment = "";
        bool running = false, disabled = false, dynamic = false;
        long? rxBytes = null, txBytes = null;
        long? rxPackets = null, txPackets = null, rxErrors = null, txErrors = null, rxDrops = null, txDrops = null;
        long linkDowns = 0;
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
                case 4 when key.SequenceEqual("type"u8):
                    type = WireText.DecodePooled(value);
                    break;
                case 7 when key.SequenceEqual("rx-byte"u8):
                    rxBytes = RouterOsNumber.TryParse(value, out long rx) ? rx : null;
                    break;
                case 7 when key.SequenceEqual("tx-byte"u8):
                    txBytes = RouterOsNumber.TryParse(value, out long tx) ? tx : null;
                    break;
                case 7 when key.SequenceEqual("running"u8):
                    _ = RouterOsNumber.TryParse(value, out running);
                    break;
                case 7 when key.SequenceEqual("dynamic"u8):
                    _ = RouterOsNumber.TryParse(value, out dynamic);
                    break;
                case 7 when key.SequenceEqual("rx-drop"u8):
                    rxDrops = RouterOsNumber.TryParse(value, out long rxDropsNow) ? rxDropsNow : null;
                    break;
                case 7 when key.SequenceEqual("tx-drop"u8):
                    txDrops = RouterOsNumber.TryParse(value, out long txDropsNow) ? txDropsNow : null;
                    break;
                case 7 when key.SequenceEqual("comment"u8):
                    comment = WireText.Decode(value);
                    break;
                case 8 when key.SequenceEqual("disabled"u8):
                    _ = RouterOsNumber.TryParse(value, out disabled);
                    break;
                case 8 when key.SequenceEqual("rx-error"u8):
                    rxErrors = RouterOsNumber.TryParse(value, out long rxErrorsNow) ? rxErrorsNow : null;
                    break;
                case 8 when key.SequenceEqual("tx-error"u8):
                    txErrors = RouterOsNumber.TryParse(value, out long txErrorsNow) ? txErrorsNow : null;
                    break;
                case 9 when key.SequenceEqual("rx-packet"u8):
                    rxPackets = RouterOsNumber.TryParse(value, out long received) ? received : null;
                    break;
                case 9 when key.SequenceEqual("tx-packet"u8):
                    txPackets = RouterOsNumber.TryParse(value, out long sent) ? sent : null;
                    break;
                case 10 when key.SequenceEqual("link-downs"u8):
                    _ = RouterOsNumber.TryParse(value, out linkDowns);
                    break;
            }
        }

        row = name.Length == 0
            ? null
            : new InterfaceRow(id, name, type, running, disabled, dynamic, rxBytes, txBytes, rxErrors, txErrors, rxDrops, txDrops, linkDowns, comment)
            {
                RxPackets = rxPackets,
                TxPackets = txPackets,
            };
        return row is not null;
    }
}
