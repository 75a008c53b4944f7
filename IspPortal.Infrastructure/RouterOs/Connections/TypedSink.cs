using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

internal sealed class TypedSink<TRow>(IRowReader<TRow> reader, ICollection<TRow> into) : RowSink
{
    public int Count { get; private set; }

    public override bool Take(in SentenceView sentence)
    {
        if (reader.TryRead(sentence, out var row))
        {
            into.Add(row);
            Count++;
        }

        return true;
    }
}
