package dev.rapport.engagement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rapport.engagement");

    @Test
    void shouldKeepTheArithmeticFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage("..engagement.scoring")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.rapport.events", "..engagement.scoring")
                .check(SERVICE);
    }

    @Test
    void shouldKeepFeaturesFreeOfCycles() {
        slices().matching("dev.rapport.engagement.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }
}
