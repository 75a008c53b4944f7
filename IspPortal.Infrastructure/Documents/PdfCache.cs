namespace IspPortal.Infrastructure.Documents;

/// <summary>Printed pages by the hash of what was printed; those that nobody asked for the longest go first.</summary>
internal sealed class PdfCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, ReadOnlyMemory<byte> Pdf)>> _byKey = [];
    private readonly LinkedList<(string Key, ReadOnlyMemory<byte> Pdf)> _order = [];
    private long _bytes;

    public ReadOnlyMemory<byte>? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Pdf;
        }
    }

    public void Add(string key, ReadOnlyMemory<byte> pdf)
    {
        lock (_lock)
        {
            if (pdf.Length > mostBytes || _byKey.ContainsKey(key))
            {
                return;
            }

            _byKey[key] = _order.AddFirst((key, pdf));
            _bytes += pdf.Length;
            while (_bytes > mostBytes)
            {
                var last = _order.Last!;
                _order.RemoveLast();
                _byKey.Remove(last.Value.Key);
                _bytes -= last.Value.Pdf.Length;
            }
        }
    }
}
