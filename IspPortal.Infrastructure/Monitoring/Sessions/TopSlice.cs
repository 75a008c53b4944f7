namespace IspPortal.Infrastructure.Monitoring.Sessions;

/// <summary>Rows skip … skip+take of an order without sorting all: near pages cost one pass, far ones a partition and a small sort.</summary>
internal static class TopSlice
{
    public static T[] Take<T>(T[] rows, int skip, int take, Comparison<T> order)
    {
        if (skip >= rows.Length || take <= 0)
        {
            return [];
        }

        var end = (int)Math.Min(rows.Length, (long)skip + take);
        var comparer = Comparer<T>.Create(order);
        if (skip > 0)
        {
            Partition(rows, 0, rows.Length, skip, comparer);
        }

        if (end < rows.Length)
        {
            Partition(rows, skip, rows.Length, end, comparer);
        }

        Array.Sort(rows, skip, end - skip, comparer);
        return rows[skip..end];
    }

    // Quickselect: afterwards everything before the border comes before everything after it.
    private static void Partition<T>(T[] rows, int from, int to, int border, Comparer<T> order)
    {
        while (to - from > 16)
        {
            var pivot = MedianOfThree(rows[from], rows[from + ((to - from) / 2)], rows[to - 1], order);
            var (low, high) = (from, to - 1);
            while (low <= high)
            {
                while (order.Compare(rows[low], pivot) < 0)
                {
                    low++;
                }

                while (order.Compare(rows[high], pivot) > 0)
                {
                    high--;
                }

                if (low <= high)
                {
                    (rows[low], rows[high]) = (rows[high], rows[low]);
                    low++;
                    high--;
                }
            }

            if (border <= high)
            {
                to = high + 1;
            }
            else if (border >= low)
            {
                from = low;
            }
            else
            {
                return;
            }
        }

        Array.Sort(rows, from, to - from, order);
    }

    private static T MedianOfThree<T>(T a, T b, T c, Comparer<T> order)
    {
        if (order.Compare(a, b) > 0)
        {
            (a, b) = (b, a);
        }

        return order.Compare(b, c) <= 0 ? b : order.Compare(a, c) > 0 ? a : c;
    }
}
