using System.Collections.Concurrent;

namespace IspPortal.Tests.Series.Support;

/// <summary>Lets asynchronous work go on in the thread that began it.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _waiting = [];

    public static void Run(Func<Task> work)
    {
        var context = new OneThread();
        SetSynchronizationContext(context);
        var task = work();
        _ = task.ContinueWith(_ => context.Post(static _ => { }, null), TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            var (callback, state) = context._waiting.Take();
            callback(state);
        }

        task.GetAwaiter().GetResult();
    }

    public override void Post(SendOrPostCallback d, object? state) => _waiting.Add((d, state));
}
