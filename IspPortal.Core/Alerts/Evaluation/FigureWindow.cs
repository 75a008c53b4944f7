namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>The figures of the last while: their highest, lowest or sum at the cost of one step a figure.</summary>
internal sealed class FigureWindow
{
    private readonly List<(long Ticks, double Value)> _items = [];
    private int _head;
    private double _sum;

    /// <summary>Takes a figure; gives the highest of the window with it.</summary>
    public double Highest(long ticks, double value, long window) => Extreme(ticks, value, window, +1);

    /// <summary>Takes a figure; gives the lowest of the window with it.</summary>
    public double Lowest(long ticks, double value, long window) => Extreme(ticks, value, window, -1);

    /// <summary>Takes a growth; gives what the window grew by with it.</summary>
    public double Sum(long ticks, double value, long window)
    {
        _items.Add((ticks, value));
        _sum += value;
        while (_items[_head].Ticks <= ticks - window)
        {
            _sum -= _items[_head++].Value;
        }

        Shrink();
        return _sum;
    }

    public void Clear()
    {
        _items.Clear();
        (_head, _sum) = (0, 0);
    }

    // What is neither newer nor more extreme than the newest can never be the extreme again.
    private double Extreme(long ticks, double value, long window, int sign)
    {
        while (_items.Count > _head && _items[^1].Value * sign <= value * sign)
        {
            _items.RemoveAt(_items.Count - 1);
        }

        _items.Add((ticks, value));
        while (_items[_head].Ticks < ticks - window)
        {
            _head++;
        }

        Shrink();
        return _items[_head].Value;
    }

    private void Shrink()
    {
        if (_head > 32 && _head > _items.Count / 2)
        {
            _items.RemoveRange(0, _head);
            _head = 0;
        }
    }
}
