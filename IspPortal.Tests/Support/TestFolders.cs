namespace IspPortal.Tests.Support;

/// <summary>Data directories of hosts that are gone.</summary>
internal static class TestFolders
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Removes one with all that is in it. A database that is closing may write its last file meanwhile: then again, for a while.</summary>
    public static async Task RemoveAsync(string path)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(100);
            }
        }
    }
}
