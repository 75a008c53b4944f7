using System.Diagnostics.CodeAnalysis;

namespace IspPortal.Core.Common.Live;

/// <summary>One reader of one topic. Dispose it: a page that leaves takes its subscriptions with it.</summary>
/// <typeparam name="T">The value.</typeparam>
public interface ILiveSubscription<T> : IDisposable
    where T : class
{
    /// <summary>The newest value, or null when none was published yet.</summary>
    T? Value { get; }

    /// <summary>True, with the newest value, when something arrived since the last call.</summary>
    bool TryTake([NotNullWhen(true)] out T? value);
}
