using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

internal sealed class GenericSink : RowSink
{
    public List<RouterOsRow> Rows { get; } = [];

    public override bool Take(in SentenceView sentence)
    {
        Rows.Add(RouterOsRow.From(sentence));
        return true;
    }
}
