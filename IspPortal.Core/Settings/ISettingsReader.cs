namespace IspPortal.Core.Settings;

/// <summary>One section of the business's settings, to read. A singleton: jobs and collectors use it without a permission.</summary>
/// <typeparam name="T">The section: a record whose property defaults are the portal's defaults.</typeparam>
public interface ISettingsReader<T>
    where T : class, new()
{
    /// <summary>The present value, from memory. A change made by another process is seen within 15 seconds.</summary>
    ValueTask<T> GetAsync(CancellationToken cancellationToken);

    /// <summary>Calls back, on any thread, after this process saved a change or noticed one of another process.</summary>
    IDisposable OnChanged(Action<T> changed);
}
