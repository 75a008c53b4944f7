using IspPortal.Core.Common.Live;
using Microsoft.AspNetCore.Components;

namespace IspPortal.Web.Shared.Live;

/// <summary>
/// A component that shows live values. It shows the cached value at once, then takes new ones on the render clock (one second), and soon after
/// their arrival when its <see cref="RenderAllowance"/> has something left or it is <see cref="Watched"/>. It subscribes only in a circuit and
/// always gives its subscriptions back.
/// </summary>
public abstract class LiveView : ComponentBase, IDisposable
{
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(100);

    private readonly List<IWatch> _watches = [];
    private IDisposable? _ticks;
    private ITimer? _soon;
    private int _soonPending;
    private RenderAllowance? _allowance;

    [Inject]
    private ILiveFeed Feed { get; set; } = default!;

    [Inject]
    private RenderClock Clock { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>True for one subscriber or interface under a person's eyes: render on arrival, at most ten times a second.</summary>
    protected virtual bool Watched => false;

    /// <summary>True for parts that show time passing: they render on every tick.</summary>
    protected virtual bool RendersEveryTick => false;

    protected bool IsDisposed { get; private set; }

    /// <summary>Watches <paramref name="topic"/>; <paramref name="take"/> runs on the renderer, at once for the cached value.</summary>
    protected void Watch<T>(LiveTopic<T> topic, Action<T> take)
        where T : class
    {
        if (IsDisposed || !RendererInfo.IsInteractive)
        {
            return;
        }

        _allowance ??= new RenderAllowance(Time);
        _soon ??= Time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        var watch = new TopicWatch<T>(Feed.Subscribe(topic, OnArrival), take);
        _watches.Add(watch);
        watch.TakeNew();
        _ticks ??= Clock.OnTick(TickAsync);
    }

    /// <summary>Ends all watches, e.g. before watching something else after a parameter changed.</summary>
    protected void StopWatching()
    {
        _watches.ForEach(watch => watch.Dispose());
        _watches.Clear();
    }

    /// <summary>Called on the renderer after new values were taken, before rendering.</summary>
    protected virtual Task OnTakenAsync() => Task.CompletedTask;

    /// <summary>Called on the renderer once a second while something is watched.</summary>
    protected virtual Task OnTickAsync() => Task.CompletedTask;

    protected virtual void Dispose(bool disposing)
    {
        IsDisposed = true;
        _ticks?.Dispose();
        _soon?.Dispose();
        StopWatching();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // On the publisher's thread: only a timer is set, whose callback runs in this circuit's own context and language. What comes more often than
    // the allowance has it waits for the render clock.
    private void OnArrival()
    {
        if ((Watched || _allowance!.Allows) && Interlocked.Exchange(ref _soonPending, 1) == 0)
        {
            _soon?.Change(Coalesce, Timeout.InfiniteTimeSpan);
        }
    }

    private void Pump()
    {
        Interlocked.Exchange(ref _soonPending, 0);
        _ = InvokeAsync(() => GuardedAsync(tick: false));
    }

    private Task TickAsync() => InvokeAsync(() => GuardedAsync(tick: true));

    private async Task GuardedAsync(bool tick)
    {
        if (IsDisposed)
        {
            return;
        }

        try
        {
            var taken = false;
            foreach (var watch in _watches.ToArray())
            {
                taken |= watch.TakeNew();
            }

            if (taken)
            {
                _allowance?.Use();
                await OnTakenAsync();
            }

            if (tick)
            {
                await OnTickAsync();
            }

            if (!IsDisposed && (taken || (tick && RendersEveryTick)))
            {
                StateHasChanged();
            }
        }
        catch (Exception exception) when (!IsDisposed)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private interface IWatch : IDisposable
    {
        bool TakeNew();
    }

    private sealed class TopicWatch<T>(ILiveSubscription<T> subscription, Action<T> take) : IWatch
        where T : class
    {
        public bool TakeNew()
        {
            if (!subscription.TryTake(out var value))
            {
                return false;
            }

            take(value);
            return true;
        }

        public void Dispose() => subscription.Dispose();
    }
}
