using System.Globalization;

namespace Documentation.Tests;

/// <summary>Each diagnostic points at the very text that is wrong: where the wrong example of its page has it, and what is underlined there.</summary>
public sealed class DiagnosticPositionTests
{
    /// <summary>Id, line and column in the document that the example is or is a part of, and the text; several of an example have several rows.</summary>
    private const string Table = """
        ARZ0001 example.yml 2:29 :
        ARZ0002 example.json 3:3 "
        ARZ0003 example.yml 1:1
        ARZ0004 example.yml 1:1 openApi
        ARZ0005 example.yml 1:1 -
        ARZ0006 example.yml 12:9 name
        ARZ0007 example.yml 11:9 {name}
        ARZ0008 example.yml 6:1 ---
        ARZ0009 example.yml 10:20 *beta
        ARZ0010 example.yml 11:17 *pet
        ARZ0012 example.yml 13:22 *f
        ARZ0014 example.yml 6:15 first
        ARZ0015 example.yml 12:11 named
        ARZ0016 example.yml 1:10 '1.2'
        ARZ0050 pets.yml 1:1
        ARZ0051 pets.yml 1:1
        ARZ0052  1:1
        ARZ0101 example.yml 10:17 name
        ARZ0102 example.yml 9:11 { in: query, schema: { type: integer } }
        ARZ0103 example.yml 9:30 querry
        ARZ0104 example.yml 6:3 pets
        ARZ0105 example.yml 11:20 listPets
        ARZ0106 example.yml 6:9 {petId}
        ARZ0107 example.yml 11:19 version
        ARZ0108 example.yml 11:11 { name: limit, in: query, schema: { type: string } }
        ARZ0109 example.yml 10:45 simple
        ARZ0120 example.yml 11:24 '#/components/schemas/Person'
        ARZ0121 example.yml 9:7 t
        ARZ0122 shops.yml 8:5 Tag
        ARZ0123 example.yml 10:19 'Trace id'
        ARZ0124 example.yml 8:7 LOCK IT
        ARZ0125 example.yml 11:52 application/octet-stream
        ARZ0127 example.yml 8:5 pets_auth
        ARZ0128 example.yml 4:5 url: /v1
        ARZ0131 pets.yml 8:71 '[A-Z'
        ARZ0150 example.yml 11:11 json
        ARZ0160 example.yml 9:20 petsAuth
        ARZ0161 example.yml 1:10 3.9.0
        ARZ0201 example.yml 1:1 arazzo
        ARZ0202 example.yml 18:18 [name]
        ARZ0203 example.yml 19:37 repeat
        ARZ0204 example.yml 18:9 output
        ARZ0205 example.yml 16:17 findPets
        ARZ0206 example.yml 16:9 successCriteria
        ARZ0207 example.yml 16:9 operationPath
        ARZ0208 example.yml 14:17 findPets
        ARZ0209 example.yml 17:58 workflowId
        ARZ0210 example.yml 17:21 again
        ARZ0211 example.yml 11:38 parameters
        ARZ0212 example.yml 17:38 stepId
        ARZ0213 example.yml 17:56 -1
        ARZ0214 example.yml 11:24 '#/components/failureActions/tryAgain'
        ARZ0215 example.yml 2:8 https://example.com/find-pets.yml#top
        ARZ0216 example.yml 9:9 channelPath
        ARZ0220 example.yml 6:17 find pets
        ARZ0221 example.yml 6:17 find pets
        ARZ0250 example.yml 15:22 $sourceDescriptions.pet.listPets
        ARZ0251 example.yml 4:24 https://example.com/pets.yml
        ARZ0252 example.yml 15:22 findPets
        ARZ0253 find-pets.yml 10:22 listPets
        ARZ0254 lock.yml 9:22 lockPhotos
        ARZ0255 example.yml 18:37 multipart/form-data
        ARZ0256 example.yml 17:45 $inputs.petID
        ARZ0257 example.yml 19:17 $steps.getPets.outputs.name
        ARZ0258 example.yml 21:28 $steps.findPets.outputs.name
        ARZ0259 example.yml 19:17 $response.body#/nmae
        ARZ0260 example.yml 19:17 $response.body#/name/first
        ARZ0261 example.yml 17:28 $steps.findPets.outputs.firstName
        ARZ0262 example.yml 17:46 ten
        ARZ0263 example.yml 14:17 getPet
        ARZ0264 example.yml 17:21 limits
        ARZ0265 example.yml 18:21 version
        ARZ0266 example.yml 17:42 colour
        ARZ0267 example.yml 17:20 { status: available }
        ARZ0268 example.yml 14:17 createPet
        ARZ0269 example.yml 19:24 $response.body#/status == 'avialable'
        ARZ0270 example.yml 18:17 findMorePets
        ARZ0271 example.yml 11:24 $components.failureActions.retry
        ARZ0272 example.yml 17:45 $response.body#/id
        ARZ0273 find-pets.yml 10:22 listPets
        ARZ0274 find-pets.yml 10:22 listPets
        ARZ0278 example.yml 7:13 { type: string }
        ARZ0279 example.yml 12:21 tryAgain
        ARZ0281 example.yml 9:54 [10]
        ARZ0282 example.yml 13:21 find-pet
        ARZ0283 example.yml 13:21 find-pets
        ARZ0284 example.yml 11:51 find-pets
        ARZ0285 example.yml 16:21 get-pet
        ARZ0286 example.yml 17:45 $workflows.find-pets.outputs.first
        ARZ0287 example.yml 16:25 $outputs.frist
        ARZ0288 example.yml 19:63 $statusCode == 404
        ARZ0289 example.yml 20:21 gone
        ARZ0290 example.yml 10:21 second
        ARZ0291 example.yml 16:21 second
        ARZ0292 example.yml 19:24 $statusCode == 201
        ARZ0293 example.yml 18:21 pet_id
        ARZ0294 find-pets.yml 8:17 findPets
        ARZ0301 example.yml 19:17 $result.body#/name
        ARZ0302 example.yml 17:45 }
        ARZ0303 example.yml 19:36 = 200
        ARZ0304 example.yml 19:70 name
        ARZ0305 example.yml 19:25 name
        ARZ0306 example.yml 19:71 ^[A-Z
        ARZ0307 example.yml 19:65 /pet[name
        ARZ0308 example.yml 15:72 '
        ARZ0310 example.yml 19:48 "Rex"
        ARZ0311 example.yml 19:48 "Rex"
        """;

    private static readonly ILookup<string, string> Rows = Table.Split('\n').ToLookup(static row => row[..7], static row => row[8..]);

    public static TheoryData<string> Ids => [.. KnownDiagnostics.Ids.Except(DiagnosticPageTests.WithoutExample)];

    [Fact]
    public void Table__has_every_diagnostic() => Assert.Equal(KnownDiagnostics.Ids.Except(DiagnosticPageTests.WithoutExample), Rows.Select(static row => row.Key));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Diagnostic__is_at_the_text_that_is_wrong(string id)
    {
        var project = SpecProject.Of(DiagnosticPageTests.Examples(id, "Wrong"));

        var found = project.RunWithDiagnostics().Diagnostics.Where(diagnostic => diagnostic.Id == id).Select(diagnostic =>
        {
            var line = diagnostic.Path.Length == 0 ? "" : project.Text(diagnostic.Path).Split('\n')[diagnostic.Line - 1];
            var end = diagnostic.EndLine == diagnostic.Line ? diagnostic.EndColumn - 1 : line.Length;
            var text = line.Length == 0 ? "" : line[(diagnostic.Column - 1)..end];
            return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Path.Split('/')[^1]} {diagnostic.Line}:{diagnostic.Column} {text}").TrimEnd();
        });

        Assert.Equal(Rows[id], found);
    }
}
