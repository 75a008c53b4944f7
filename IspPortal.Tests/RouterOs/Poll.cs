using System.Diagnostics;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Tests.RouterOs;

internal static class Poll
{
    /// <summary>Waits until it is so; fails after ten seconds.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), "It did not come to pass within ten seconds.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<int> CountAsync(this IRouterOsStream stream)
    {
        var count = 0;
        await foreach (var _ in stream)
        {
            count++;
        }

        return count;
    }
}
